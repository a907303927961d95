/**
 * A local server that imitates the provider's API and draws rooms.
 *
 * <p>It shares no code with the rest, even where both do the same: tests check the rest against it,
 * and a fault in shared code would not be seen.
 */
@NullMarked
package dev.roomline.sandbox;

import org.jspecify.annotations.NullMarked;
