package dev.roomline.endpoint;

/** The vendor's three ways to speak of the same thing. */
public enum Family {
  V5,
  V6,
  ENTERPRISE
}
