package dev.roomline.gallery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One render of the results, as shown in the gallery. Empty texts are left out.
 *
 * @param row the spreadsheet's row
 * @param listing the listing's key
 * @param title the room's name, or its photo's
 * @param status as results.csv writes it, such as {@code not-bought}
 * @param pictures the renders; without any the line is shown with its problem instead
 * @param before the photo they were made from
 */
public record GalleryRoom(
    long row,
    String listing,
    String title,
    String status,
    RenderDetails recipe,
    PaymentDetails purchase,
    RoomProblems remarks,
    List<GalleryPicture> pictures,
    @Nullable GalleryPicture before) {

  /** Copies the pictures. */
  public GalleryRoom {
    pictures = List.copyOf(pictures);
  }
}
