package dev.roomline.output;

import dev.roomline.images.PictureStore;
import dev.roomline.results.CsvLayout;
import dev.roomline.results.ResultTable;
import dev.roomline.results.ShownResults;
import java.nio.file.Path;
import java.util.List;

/** The output folder, written from the results and the picture store. It can be written again. */
public final class OutputFolder {
  private final Path folder;
  private final CsvLayout layout;
  private final PictureStore pictureStore;

  public OutputFolder(Path folder, CsvLayout layout, PictureStore pictureStore) {
    this.folder = folder;
    this.layout = layout;
    this.pictureStore = pictureStore;
  }

  /**
   * Writes all outputs from the results. A line whose picture was changed, cut short or deleted is
   * no longer rendered: its picture has to be downloaded again.
   */
  public void publish(ShownResults results, PublishedRun run) {
    results.markLostPictures();
    publish(results, outputs(results.totals(), run));
  }

  /** The parts, in the order in which they are replaced: when the last is there, all are. */
  public List<Output.Opener> outputs(ResultTable.Totals totals, PublishedRun run) {
    return List.of(
        () -> new PictureOutput(folder, pictureStore),
        () -> new GalleryWriter(folder, layout, GalleryWriter.cover(totals, run)),
        () -> new AtomicCsvFile(folder, layout, ErrorsCsv.CONTENT),
        () -> new AtomicCsvFile(folder, layout, ResultsCsv.CONTENT));
  }

  /** Writes these outputs in one pass over the results. */
  public void publish(ShownResults results, List<Output.Opener> openers) {
    try (var outputs = new Outputs(folder)) {
      outputs.open(openers);
      results.forEach(outputs::add);
      outputs.commit();
    }
  }
}
