/** A pretend vendor on loopback: a real HTTP server that speaks the contract and draws rooms. */
@NullMarked
package dev.roomline.sandbox;

import org.jspecify.annotations.NullMarked;
