package dev.roomline.download;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.download.DownloadResult.Forbidden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadUrlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://h                    | https://h/",
        "HTTPS://Host.Example:443/A?b | https://host.example/A?b",
        "http://h:8080?x=1            | http://h:8080/?x=1",
        "http://h/a#b?c               | http://h/a",
        "http://my_bucket.s3.example/ | http://my_bucket.s3.example/",
        "http://h//a//b               | http://h//a//b",
        "http://h/küche{1}.png        | http://h/k%C3%BCche%7B1%7D.png",
        "http://h/🏠.png              | http://h/%F0%9F%8F%A0.png",
        "http://h/a%20b?s=%2F         | http://h/a%20b?s=%2F",
        "http://h/@x:y                | http://h/@x:y",
        "http://8.8.8.8/              | http://8.8.8.8/",
        "http://[2606:4700::1111]:81/ | http://[2606:4700::1111]:81/",
        "http://7f000001.example/     | http://7f000001.example/",
      })
  void plainAddressesAreReadAsTheyAreMeant(String url, String read) {
    assertThat(shown(DownloadUrl.read(url))).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://other/x  | https://other/x",
        "//other/x        | https://other/x",
        "/x               | https://h/x",
        "x                | https://h/a/x",
        "./x              | https://h/a/x",
        "../x?y           | https://h/x?y",
        "?y               | https://h/a/b?y",
        "#f               | https://h/a/b",
        "x#f              | https://h/a/x",
        "x%zz             | https://h/a/x%zz",
        "küche            | https://h/a/k%C3%BCche",
        "//8.8.8.8        | https://8.8.8.8/",
      })
  void redirectsAreReadFromWhereTheyWereFound(String location, String read) {
    var here = (DownloadUrl) DownloadUrl.read("https://h/a/b?c=d");

    assertThat(shown(here.follow(location))).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://h/",
        "HTTP://h/",
        "file:///etc/passwd",
        "javascript:x",
        "//u@h/",
        "//127.1/",
        "\\\\other\\x",
        "/a b",
        "https:/x",
        "//",
        "https://"
      })
  void badRedirectsAreRefused(String location) {
    var here = (DownloadUrl) DownloadUrl.read("https://h/a/b?c=d");

    assertThat(here.follow(location)).isInstanceOf(Forbidden.class);
  }

  @Test
  void aPasswordIsNotRepeated() {
    assertThat(DownloadUrl.read("https://me:hunter2@h/").toString()).doesNotContain("hunter2");
  }

  private static String shown(Step step) {
    return step instanceof DownloadUrl target ? target.origin() + target.path() : step.toString();
  }
}
