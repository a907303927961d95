package dev.roomline.gallery;

/**
 * A picture in a file beside the page.
 *
 * @param full the path from the page's folder, as the file system has it
 * @param thumbnail the path of a small one; the path of the full one if there is none
 * @param width in pixels, of the full one; 0 if unknown
 * @param height in pixels, of the full one; 0 if unknown
 */
public record GalleryPicture(String full, String thumbnail, int width, int height) {

  /** Takes only paths that stay below the page. */
  public GalleryPicture {
    Href.check(full);
    Href.check(thumbnail);
  }
}
