/** The words everyone speaks: a row, a request, a key, an outcome. Knows nothing but the JDK. */
@NullMarked
package dev.roomline.room;

import org.jspecify.annotations.NullMarked;
