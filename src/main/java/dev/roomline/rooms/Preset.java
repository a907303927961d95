package dev.roomline.rooms;

/**
 * What a row's renders in one style are made of.
 *
 * @param style the sheet's name for it; empty for the row as it is
 */
record Preset(String style, Wording prompt, Knobs knobs) {}
