/** Pays for each render at most once: claim, send, settle, keep the pictures. */
@NullMarked
package dev.roomline.render;

import org.jspecify.annotations.NullMarked;
