package dev.roomline.download;

/** The result of a download, by its remedy: a later try, the provider, or a person. */
public sealed interface DownloadResult extends Step {

  /** All of it is in the file. The content type is what the server says; "" if it says none. */
  record Here(long bytes, String contentType) implements DownloadResult {}

  /** The server answers and does not deliver it: it is not there yet, gone, or not for us. */
  record Absent(int status, String reason) implements DownloadResult {}

  /** The network or the server failed; a later try may succeed. */
  record Failed(String reason) implements DownloadResult {}

  /** It will not be downloaded until a person follows the remedy. */
  record Forbidden(String reason, String remedy) implements DownloadResult {}
}
