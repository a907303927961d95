package dev.roomline.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.images.PhotoSource.Found;
import dev.roomline.images.PhotoSource.Missing;
import dev.roomline.images.PhotoSource.There;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebPhotosTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTPS://Host.Example:443/A.jpg#top      | https://host.example/A.jpg",
        "http://host:80/a.jpg                    | http://host/a.jpg",
        "http://host:8080/a.jpg                  | http://host:8080/a.jpg",
        "https://my_bucket.s3.example/a.jpg      | https://my_bucket.s3.example/a.jpg",
        "https://h/küche.jpg                     | https://h/k%C3%BCche.jpg",
        "https://küche.example/a.jpg             | https://xn--kche-0ra.example/a.jpg",
        "https://h/a.jpg?b=2&a=1                 | https://h/a.jpg?b=2&a=1",
        "https://h/a.jpg?X-Amz-Date=1&x-amz-signature=2&w=5 | https://h/a.jpg?w=5",
        "https://h/a.jpg?X-Goog-Expires=9        | https://h/a.jpg",
        "https://h/a?Expires=1&Signature=2&Key-Pair-Id=3&Policy=4 | https://h/a",
        "https://h/a?AWSAccessKeyId=1&Expires=2&Signature=3 | https://h/a",
        "https://h/a?alt=media&token=1           | https://h/a?alt=media",
        "https://h/a?sv=1&se=2&sp=r&sr=b&sig=3&x=4 | https://h/a?x=4",
        "https://h/a?st=7&se=8&policy=p          | https://h/a?st=7&se=8&policy=p",
      })
  void identityLeavesOutWhatOnlySigns(String address, String identity) {
    assertThat(identity(PhotoSource.none().find(address))).isEqualTo(identity);
  }

  @ParameterizedTest
  @CsvSource({
    "https://h/a.jpg?v=1,          https://h/a.jpg",
    "https://h/a.jpg?w=5&V=2&Cb=3, https://h/a.jpg?w=5",
    "https://h/a.jpg?vv=1,         https://h/a.jpg?vv=1"
  })
  void identityLeavesOutWhatTheJobFileIgnoresToo(String address, String identity) {
    assertThat(identity(PhotoSource.none().ignoring(List.of("v", "CB")).find(address)))
        .isEqualTo(identity);
  }

  @Test
  void signatureStaysInTheAddressThatIsFetched() {
    var found = PhotoSource.none().find("https://h/a.jpg?sig=1");

    assertThat(((There) found).photo().url()).isEqualTo("https://h/a.jpg?sig=1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://h/living room.jpg | https://h/living room.jpg contains a space; write %20 instead",
        "https://                  | the address is malformed (Expected authority at character 9)",
        "http:/h/a.jpg             | the address is malformed (it has no host); copy it again",
        "https://h/a%zz.jpg        | the address is malformed (Malformed escape pair at character",
        "https://h:99999/a.jpg     | the address is malformed (its port is invalid); copy it again",
        "https://h!/a.jpg          | the address is malformed (its host is invalid); copy it again",
        "ftp://h/a.jpg             | ftp://h/a.jpg is not an http or https address; upload",
        "a.jpg                     | a.jpg is not an http or https address; write one, or set photos:",
      })
  void saysWhatIsWrongWithAnAddress(String address, String problem) {
    assertThat(problem(PhotoSource.none().find(address))).startsWith(problem);
  }

  @Test
  void passwordInAnAddressIsNeverShown() {
    assertThat(problem(PhotoSource.none().find("https://me:hunter2@h/a.jpg")))
        .isEqualTo("the address contains a user name or password; use a public or signed address");
  }

  @ParameterizedTest
  @CsvSource({
    "a.jpg, https://h/photos/a.jpg",
    "Flat 7/a.jpg, https://h/photos/Flat%207/a.jpg",
    "Flat%207/a.jpg, https://h/photos/Flat%207/a.jpg",
    "a.jpg?w=9, https://h/photos/a.jpg?w=9",
    "https://other/a.jpg, https://other/a.jpg",
  })
  void relativeNamesAreAppendedToTheBase(String name, String address) {
    var found = PhotoSource.base(URI.create("https://h/photos")).find(name);

    assertThat(((There) found).photo().url()).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a.jpg", "//other/a.jpg", "/a.jpg", "file:///a.jpg"})
  void nothingLeavesTheBase(String name) {
    assertThat(PhotoSource.base(URI.create("https://h/photos/")).find(name))
        .isInstanceOf(Missing.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://h/", "https://h/?a=1", "https://h/#x", "https://u:p@h/", "https:///"})
  void baseMustBeAPlainAddress(String base) {
    assertThatThrownBy(() -> PhotoSource.base(URI.create(base)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("photos: ");
  }

  private static String identity(Found found) {
    return ((There) found).photo().identity();
  }

  private static String problem(Found found) {
    return ((Missing) found).problem();
  }
}
