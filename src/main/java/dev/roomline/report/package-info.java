/** What a person reads afterwards: reads results only. */
@NullMarked
package dev.roomline.report;

import org.jspecify.annotations.NullMarked;
