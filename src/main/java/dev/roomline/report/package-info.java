/** Text and JSON of every report. */
@NullMarked
package dev.roomline.report;

import org.jspecify.annotations.NullMarked;
