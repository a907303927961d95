package dev.roomline.gallery;

/** The view model of a picture. */
record PictureView(GalleryPicture picture, int number, String alt) {

  String href() {
    return Href.of(picture.full());
  }

  String src() {
    return Href.of(picture.thumbnail());
  }

  int width() {
    return picture.width() > 0 && picture.height() > 0 ? picture.width() : 3;
  }

  int height() {
    return picture.width() > 0 && picture.height() > 0 ? picture.height() : 2;
  }
}
