package dev.roomline.sandbox.draw;

import java.awt.Color;
import java.awt.image.BufferedImage;

/** The word "sandbox" in a corner, so that a picture is not taken for a paid one. */
public final class Mark {
  /** Rows of pixels, because a machine without a screen may have no font. */
  private static final String[] WORD = {
    "               #  #            ",
    "               #  #            ",
    " ##  ##  ##   ##  ##   #   # # ",
    "#   # #  # # # #  # # # #  # # ",
    " #  # #  # # # #  # # # #   #  ",
    "  # # #  # # # #  # # # #  # # ",
    "##   ##  # #  ##  ##   #   # # ",
  };

  private Mark() {}

  public static void on(BufferedImage room) {
    var canvas = room.createGraphics();
    int left = room.getWidth() - 2 * WORD[0].length() - 10;
    int top = room.getHeight() - 2 * WORD.length - 10;
    canvas.setColor(new Color(0, 0, 0, 110));
    canvas.fillRect(left - 6, top - 5, 2 * WORD[0].length() + 10, 2 * WORD.length + 10);
    canvas.setColor(new Color(255, 255, 255, 230));
    for (int row = 0; row < WORD.length; row++)
      for (int column = 0; column < WORD[row].length(); column++)
        if (WORD[row].charAt(column) == '#')
          canvas.fillRect(left + 2 * column, top + 2 * row, 2, 2);
    canvas.dispose();
  }
}
