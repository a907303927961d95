package dev.roomline.images;

/**
 * Which renders a person should look at before they are used.
 *
 * @param minWidth in pixels, or the height of an upright picture; 0 for any
 * @param minHeight in pixels, or the width of an upright picture; 0 for any
 * @param blank whether to check for one colour, which endpoints send in place of a withheld picture
 * @param aspect whether to check for another shape than the photo's
 * @param same whether to check for the unchanged photo
 */
public record CheckSettings(
    int minWidth, int minHeight, boolean blank, boolean aspect, boolean same) {}
