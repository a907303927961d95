package dev.roomline.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** H2's files of the scheme {@code watched:}; what is done to them can be done once more. */
public final class RecordingFileSystem extends FilePathWrapper {
  /** All that was done, in its order. */
  static final List<Step> STEPS = Collections.synchronizedList(new ArrayList<>());

  static {
    FilePath.register(new RecordingFileSystem());
  }

  /** One change of the file. */
  interface Step {
    void again(Copy copy) throws Exception;
  }

  /** Where the changes are made once more. */
  interface Copy {
    void write(long at, byte[] bytes) throws Exception;

    void cut(long size) throws Exception;
  }

  @Override
  public String getScheme() {
    return "watched";
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new Channel(super.open(mode));
  }

  private static final class Channel extends FileBaseDefault {
    private final FileChannel file;

    private Channel(FileChannel file) {
      this.file = file;
    }

    @Override
    public int write(ByteBuffer source, long at) throws IOException {
      var bytes = new byte[source.remaining()];
      source.duplicate().get(bytes);
      STEPS.add(copy -> copy.write(at, bytes));
      return file.write(source, at);
    }

    @Override
    protected void implTruncate(long size) throws IOException {
      STEPS.add(copy -> copy.cut(size));
      file.truncate(size);
    }

    @Override
    public int read(ByteBuffer target, long at) throws IOException {
      return file.read(target, at);
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public FileLock tryLock(long at, long size, boolean shared) throws IOException {
      return file.tryLock(at, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      file.close();
    }
  }
}
