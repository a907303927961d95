package dev.roomline.download;

/** The result of a download, by its remedy: a later try, the provider, or a person. */
public sealed interface DownloadResult extends Step {

  /** All of it is in the file. What the server calls it is its own opinion; "" if it has none. */
  record Here(long bytes, String contentType) implements DownloadResult {}

  /** The server is well and does not give it: it is not there yet, not any more, or not for us. */
  record Absent(int status, String words) implements DownloadResult {}

  /** It may come right by itself. */
  record Failed(String words) implements DownloadResult {}

  /** It will not come right unless somebody changes something. */
  record Forbidden(String words, String remedy) implements DownloadResult {}
}
