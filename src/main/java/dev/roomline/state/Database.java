package dev.roomline.state;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.roomline.domain.OwnerOnly;
import dev.roomline.domain.PlainFile;
import dev.roomline.domain.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;

/** The database in the state folder, with every table in place. */
public final class Database implements AutoCloseable {

  // WRITE_DELAY=0: a commit that only lives in memory is lost by a kill, and a purchase with it.
  // RETENTION_TIME=0: or the file grows twelvefold; see VersionKeepingDataSource for what is kept
  // instead.
  // DB_CLOSE_ON_EXIT=FALSE: H2's own shutdown hook would close the ledger while the last answers
  // are still being written down. MAX_COMPACT_TIME=0: or each closing writes pages anew, where the
  // versions kept leave no room for them; see DatabaseCompaction and compactAndClose.
  private static final String OPTIONS =
      ";WRITE_DELAY=0;RETENTION_TIME=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=30000;TRACE_LEVEL_FILE=0"
          + ";QUERY_CACHE_SIZE=64;MAX_COMPACT_TIME=0";

  /** The last of the files in {@code db}. */
  static final int NEWEST = 15;

  private static final String NEWEST_MADE =
      "select max(cast(\"version\" as integer)) from \"flyway_schema_history\" where \"success\"";

  private static final String ASIDE = "-new";
  private static final String NO_SUCH_TABLE = "42S0"; // how its SQL states begin

  /** From this size on a file is compacted while in use, and checked before it is rewritten. */
  private static final long LARGE = 64 << 20;

  /** Percent in use from which rewriting the file saves too little for the time it takes. */
  private static final int WELL_FILLED = 40;

  private static final String FILLED = """
      select cast(setting_value as integer) from information_schema.settings
      where setting_name = 'info.CHUNKS_FILL_RATE'
      """;

  private final Path file;
  private final HikariDataSource pool;
  private final DataSource source;
  private final PlatformTransactionManager transactions;
  private final String id;
  private final DatabaseCompaction databaseCompaction;

  private Database(Path file, HikariDataSource pool) {
    this.file = file;
    this.pool = pool;
    // A chunk's transaction opens long before it writes; it need not hold a connection meanwhile.
    this.source = new LazyConnectionDataSourceProxy(pool);
    this.transactions = new DataSourceTransactionManager(source);
    this.id = StateId.of(pool);
    this.databaseCompaction = new DatabaseCompaction(pool, LARGE);
  }

  static Database open(Path file, int writers) {
    var database = mvDb(file);
    PlainFile.require(database);
    PlainFile.require(StateFolder.compacted(database));
    try {
      if (Files.exists(database)) new DatabaseFileCheck(database).check();
      else if (!new StateFolder(file.resolveSibling("")).hasDatabase()) migrateCopy(file);
      var pool = pool(file, writers);
      if (isOutdated(pool)) {
        pool.close();
        migrateCopy(file);
        pool = pool(file, writers);
      }
      OwnerOnly.restrict(database);
      return new Database(file, pool);
    } catch (IOException | PoolInitializationException | FlywayException | DataAccessException e) {
      throw new StorageException(database, e);
    }
  }

  /**
   * Makes or upgrades the tables in a copy and puts that in place whole: tables commit one by one,
   * and a kill or a full disk between two of them would leave a ledger that cannot be used. What
   * killed processes left of such copies is deleted.
   */
  private static void migrateCopy(Path file) throws IOException {
    try (var leftovers = Files.newDirectoryStream(
        file.resolveSibling(""), file.getFileName() + ASIDE + "*" + StateFolder.DATABASE_ENDING)) {
      for (var it : leftovers) Files.delete(it);
    }
    var aside = file.resolveSibling(file.getFileName() + ASIDE + UUID.randomUUID());
    var copy = OwnerOnly.createFile(mvDb(aside));
    try {
      if (Files.exists(mvDb(file))) copyInto(copy, mvDb(file));
      try (var pool = pool(aside, 1)) {
        tables(pool).migrate();
      }
      Files.move(
          copy, mvDb(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private static void copyInto(Path to, Path from) throws IOException {
    try (var out = Files.newOutputStream(to)) {
      Files.copy(from, out);
    }
  }

  /** Asks directly, as Flyway takes a third of a second and most states are up to date. */
  private static boolean isOutdated(HikariDataSource pool) {
    try (var connection = pool.getConnection();
        var statement = connection.createStatement();
        var made = statement.executeQuery(NEWEST_MADE)) {
      return !made.next() || made.getInt(1) < NEWEST;
    } catch (SQLException e) {
      if (String.valueOf(e.getSQLState()).startsWith(NO_SUCH_TABLE)) return true;
      pool.close();
      throw new UncategorizedSQLException("the ledger's version", NEWEST_MADE, e);
    }
  }

  private static Flyway tables(HikariDataSource pool) {
    return Flyway.configure()
        .dataSource(pool)
        .locations("classpath:db")
        .loggers("slf4j")
        .load();
  }

  private static HikariDataSource pool(Path file, int writers) {
    return pool(DatabaseUrl.of(file), writers);
  }

  static HikariDataSource pool(String url, int writers) {
    var config = new HikariConfig();
    config.setDataSource(new VersionKeepingDataSource(url + OPTIONS));
    config.setMaximumPoolSize(writers + 2);
    config.setMinimumIdle(1);
    config.setMaxLifetime(0); // with its last connection H2 would close the file in mid-run
    config.setPoolName("ledger");
    return new HikariDataSource(config);
  }

  private static Path mvDb(Path file) {
    return file.resolveSibling(file.getFileName() + StateFolder.DATABASE_ENDING);
  }

  /** The id of this state; a copy of it has the same. */
  public String id() {
    return id;
  }

  /** Connections; one is taken only when a statement needs it. */
  public DataSource source() {
    return source;
  }

  /** Transactions over {@link #source()}. */
  public PlatformTransactionManager transactions() {
    return transactions;
  }

  /** A connection of a user who can only select. Each has a password of its own. */
  Connection readOnly() throws SQLException {
    var password = UUID.randomUUID().toString();
    try (var admin = pool.getConnection();
        var statement = admin.createStatement()) {
      statement.execute("create user if not exists reader password ''");
      statement.execute("alter user reader set password '" + password + "'");
      statement.execute("grant select on schema public to reader");
    }
    return DriverManager.getConnection(DatabaseUrl.of(file), "reader", password);
  }

  /**
   * Compacts the file and closes: a file that was too small to be compacted in use is about twenty
   * times as large as its data. A kill does no harm, as H2 replaces the file as a whole.
   */
  public void compactAndClose() {
    databaseCompaction.close();
    try (var admin = pool.getConnection();
        var statement = admin.createStatement()) {
      if (!isWellFilled(statement)) statement.execute("shutdown compact");
    } catch (SQLException e) {
      // Such as a disk too full for a second file; the ledger is whole all the same.
    }
    pool.close();
    OwnerOnly.restrict(mvDb(file)); // compacting makes it anew
  }

  private boolean isWellFilled(Statement statement) throws SQLException {
    if (mvDb(file).toFile().length() < LARGE) return false;
    try (var filled = statement.executeQuery(FILLED)) {
      return filled.next() && filled.getInt(1) >= WELL_FILLED;
    }
  }

  @Override
  public void close() {
    databaseCompaction.close();
    pool.close();
  }
}
