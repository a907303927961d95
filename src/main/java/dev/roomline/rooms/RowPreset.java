package dev.roomline.rooms;

/**
 * What a row's renders in one style are made of.
 *
 * @param style the job file's name for it; empty for the row as it is
 */
record RowPreset(String style, RowText prompt, ParameterDefaults defaults) {}
