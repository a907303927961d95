/** Checks what could keep a run from going well. Free; changes nothing. */
@NullMarked
package dev.roomline.job.doctor;

import org.jspecify.annotations.NullMarked;
