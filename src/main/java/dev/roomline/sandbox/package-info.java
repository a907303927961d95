/**
 * A local server that imitates the provider's API and draws rooms. Depends on no other room, so
 * that it can judge them.
 */
@NullMarked
package dev.roomline.sandbox;

import org.jspecify.annotations.NullMarked;
