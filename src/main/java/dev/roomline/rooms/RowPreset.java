package dev.roomline.rooms;

/**
 * Prompt and parameters of a row's renders in one style.
 *
 * @param style the job file's name for it; empty for the row as it is
 */
record RowPreset(String style, RowText prompt, ParameterDefaults defaults) {}
