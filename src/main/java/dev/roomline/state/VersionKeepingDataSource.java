package dev.roomline.state;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * H2's connections to a file whose last versions are kept. H2 itself keeps none: a commit may be
 * written over pages that the version before still names, and a kill within that write sends the
 * next start back by some commits, or leaves a file that no start can use.
 *
 * <p>What H2 writes while it opens a file is written to the file's end, as this setting comes later.
 */
final class VersionKeepingDataSource extends DriverManagerDataSource {
  /** A start looks for the newest version from the header on, which H2 2.4 writes for each 21st. */
  private static final int VERSIONS = 32;

  private static final String AT_THE_END = ";REUSE_SPACE=FALSE";

  VersionKeepingDataSource(String url) {
    super(url + AT_THE_END, "sa", "");
  }

  @Override
  protected Connection getConnectionFromDriver(Properties user) throws SQLException {
    var connection = super.getConnectionFromDriver(user);
    var store = store(connection);
    store.setVersionsToKeep(VERSIONS);
    store.setReuseSpace(true);
    return connection;
  }

  /** The store that holds a connection's tables. */
  static MVStore store(Connection connection) throws SQLException {
    var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    return session.getDatabase().getStore().getMvStore();
  }
}
