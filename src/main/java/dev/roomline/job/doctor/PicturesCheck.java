package dev.roomline.job.doctor;

import dev.roomline.domain.Quantity;
import dev.roomline.images.PictureAudit;
import dev.roomline.job.session.JobSettings;
import dev.roomline.jobfile.JobFile;
import java.io.IOException;
import java.util.List;

/** Whether every kept picture has the bytes it was kept with. It reads them all. */
record PicturesCheck(JobFile jobFile) {

  List<Finding> check() throws IOException {
    var audit = PictureAudit.of(JobSettings.pictures(jobFile));
    var read = Quantity.of(audit.pictures(), "kept picture") + " read";
    if (audit.damaged().isEmpty()) return List.of(Finding.well("pictures", read + ": all whole"));
    var damaged = audit.damaged();
    return List.of(Finding.look(
        "pictures",
        "%s: %d damaged, the first one is %s".formatted(read, damaged.size(), damaged.get(0)),
        "roomline run JOB: it downloads them again, free, or calls the row expired"));
  }
}
