package dev.roomline.state;

import java.util.Random;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Small transactions, which leave the most pages to be reused. The database counts them. */
record CommitLoad(DataSource source, Random random) {
  void create() {
    var database = JdbcClient.create(source);
    database
        .sql(
            "create table rooms (n integer primary key, name varchar(36) unique, text varchar(500))")
        .update();
    database.sql("create table commits (n integer)").update();
    database.sql("insert into commits values (0)").update();
  }

  /** New rooms, and changes of the last ones. */
  void commit(int number) {
    new TransactionTemplate(new JdbcTransactionManager(source))
        .executeWithoutResult(transaction -> write(JdbcClient.create(source), number));
  }

  private void write(JdbcClient database, int number) {
    for (var n = 0; n < 3; n++) {
      var room = number * 3 + n;
      database
          .sql("insert into rooms values (?, ?, ?)")
          .params(room, Long.toHexString(random.nextLong()), "x".repeat(random.nextInt(500)))
          .update();
      database
          .sql("update rooms set text = ? where n = ?")
          .params("y".repeat(random.nextInt(500)), room - random.nextInt(20))
          .update();
    }
    database.sql("update commits set n = ?").param(number).update();
  }

  int number() {
    return JdbcClient.create(source)
        .sql("select n from commits")
        .query(Integer.class)
        .single();
  }
}
