package dev.roomline.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.roomline.ledger.Ledger;
import dev.roomline.results.ResultTable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A label that fits no statement would be a kill that silently never happens. */
class KillPointsTest {
  private static final List<String> STATEMENTS = statements();

  @ParameterizedTest
  @MethodSource("labels")
  void eachLabelFitsAStatement(String label) {
    assertThat(STATEMENTS).anyMatch(it -> KillPoints.labelsOf(it).anyMatch(label::equals));
  }

  @ParameterizedTest
  @MethodSource("statements")
  void noStatementHasTwoLabels(String statement) {
    assertThat(KillPoints.labelsOf(statement)).hasSizeLessThanOrEqualTo(1);
  }

  static Stream<String> labels() {
    return KillPoints.labels();
  }

  /** All writing SQL among the constants of ledger and results. */
  static List<String> statements() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackagesOf(Ledger.class, ResultTable.class)
            .stream()
            .map(JavaClass::reflect)
            .flatMap(it -> Stream.of(it.getDeclaredFields()))
            .filter(it -> Modifier.isStatic(it.getModifiers()))
            .map(KillPointsTest::text)
            .filter(it -> it.matches("(?s)(insert|update|delete|merge) .*"))
            .toList();
  }

  private static String text(Field constant) {
    constant.setAccessible(true);
    try {
      return String.valueOf(constant.get(null)).strip();
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
