/** The job file: one YAML file per job, checked before anything else happens. */
@NullMarked
package dev.roomline.jobfile;

import org.jspecify.annotations.NullMarked;
