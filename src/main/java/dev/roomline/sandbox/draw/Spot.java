package dev.roomline.sandbox.draw;

/** A point in a room, in metres: to the right, up, and away from the camera. */
record Spot(double x, double y, double z) {

  Spot plus(Spot step, double times) {
    return new Spot(x + step.x * times, y + step.y * times, z + step.z * times);
  }
}
