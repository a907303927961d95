package dev.roomline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.Sha256;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PicturesTest {
  private static final int PHOTOS = 40;

  @RegisterExtension
  final SandboxExtension sandbox = new SandboxExtension();

  @Test
  void smallPicturesThatLookAlikeAreDifferentFiles() throws Exception {
    var url = sandbox.open(SandboxExtension.quick().withPictureSize(16));
    var client = HttpClient.newHttpClient();
    var seen = new HashSet<String>();

    for (var photo = 0; photo < PHOTOS; photo++) {
      var address = url + "/generations/room--japandi--7.png?photo=https%3A%2F%2Fh%2F" + photo;
      var request = HttpRequest.newBuilder(URI.create(address)).build();
      var picture = client.send(request, BodyHandlers.ofByteArray()).body();
      seen.add(Sha256.hex(Sha256.digest().digest(picture)));
    }

    assertThat(seen).hasSize(PHOTOS);
  }
}
