package dev.roomline.sandbox.draw;

import java.awt.geom.Point2D;

/** Where the camera stands and how it sees. */
record Lens(Spot eye, double yaw, double focal, int width, int height) {

  Point2D see(Spot spot) {
    double x = spot.x() - eye.x();
    double z = spot.z() - eye.z();
    double side = x * Math.cos(yaw) - z * Math.sin(yaw);
    double deep = Math.max(0.05, x * Math.sin(yaw) + z * Math.cos(yaw));
    double scale = focal / deep;
    return new Point2D.Double(
        width / 2.0 + side * scale, height * 0.47 - (spot.y() - eye.y()) * scale);
  }
}
