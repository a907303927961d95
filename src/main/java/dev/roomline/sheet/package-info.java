/** The job sheet: one YAML file per job, checked before anything else happens. */
@NullMarked
package dev.roomline.sheet;

import org.jspecify.annotations.NullMarked;
