package dev.roomline.images;

/**
 * Which renders a person should look at before they are used.
 *
 * @param minWidth in pixels, or the height of an upright picture; 0 for any
 * @param minHeight in pixels, or the width of an upright picture; 0 for any
 * @param blank those of one colour, with which endpoints replace what they will not show
 * @param aspect those of another shape than their photo
 * @param same those that are the photo itself
 */
public record CheckSettings(
    int minWidth, int minHeight, boolean blank, boolean aspect, boolean same) {}
