package dev.roomline.images;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/** Decoders by class name: discovery of plugins in a nested jar depends on the class loader. */
final class ImageReaders {
  private static final ImageReaderSpi JPEG = jpeg();
  private static final ImageReaderSpi WEBP = new WebPImageReaderSpi();

  private ImageReaders() {}

  static ImageReader of(ImageFormat imageFormat) throws IOException {
    return switch (imageFormat) {
      case JPEG -> JPEG.createReaderInstance();
      case WEBP -> WEBP.createReaderInstance();
      case PNG, GIF -> ImageIO.getImageReadersByFormatName(imageFormat.ending).next();
    };
  }

  /** TwelveMonkeys' decoder finds the JDK's decoder, which it uses, when it is registered. */
  private static ImageReaderSpi jpeg() {
    ImageIO.setUseCache(false);
    var registry = IIORegistry.getDefaultInstance();
    var known = registry.getServiceProviderByClass(JPEGImageReaderSpi.class);
    if (known != null) return known;
    var own = new JPEGImageReaderSpi();
    registry.registerServiceProvider(own, ImageReaderSpi.class);
    return own;
  }
}
