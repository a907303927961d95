package dev.roomline;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.sql.SQLException;

/** The rooms, what each may use, and which room alone knows a library. */
@AnalyzeClasses(packages = "dev.roomline", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule noTwoPackagesFormACycle =
      slices().matching("dev.roomline.(**)").should().beFreeOfCycles();

  @ArchTest
  static void eachRoomUsesOnlyTheRoomsThatContributingNames(JavaClasses classes)
      throws IOException {
    var rooms = RoomDrawing.read();
    var rule = layeredArchitecture().consideringOnlyDependenciesInAnyPackage("dev.roomline..");
    for (var room : rooms.names()) {
      rule = rule.layer(room).definedBy("dev.roomline." + room);
    }
    for (var room : rooms.names()) {
      var uses = rooms.uses(room);
      rule = uses.length == 0
          ? rule.whereLayer(room).mayNotAccessAnyLayer()
          : rule.whereLayer(room).mayOnlyAccessLayers(uses);
    }
    rule.ensureAllClassesAreContainedInArchitecture().check(classes);
  }

  @ArchTest
  static final ArchRule planDoctorDecisionsAndStatusDoNotRun = noClasses()
      .that(resideInAnyPackage(room("job.plan"), room("job.doctor"), room("job.decisions"))
          .or(resideInAnyPackage(room("job.status"))))
      .should()
      .dependOnClassesThat(resideInAnyPackage(room("job.run"), room("job.batch")));

  @ArchTest
  static final ArchRule planDoctorDecisionsAndStatusDoNotUseEachOther = slices()
      .matching("dev.roomline.job.(plan|doctor|decisions|status)")
      .should()
      .notDependOnEachOther();

  @ArchTest
  static final ArchRule theDomainDependsOnlyOnJava = isALeaf("domain", "java..");

  @ArchTest
  static final ArchRule theGalleryDependsOnNoOtherRoom =
      isALeaf("gallery", "java..", "com.samskivert.mustache..");

  @ArchTest
  static final ArchRule theMonitorDependsOnNoOtherRoom = isALeaf("monitor", "java..");

  @ArchTest
  static final ArchRule theSandboxSharesNoCodeWithWhatItJudges = noClasses()
      .that()
      .resideInAPackage("dev.roomline.sandbox..")
      .should()
      .dependOnClassesThat(describe(
          "are ours outside the sandbox",
          it -> it.getPackageName().startsWith("dev.roomline.")
              && !it.getPackageName().startsWith("dev.roomline.sandbox")));

  @ArchTest
  static final ArchRule onlyTheBatchRoomKnowsSpringBatch =
      onlyIn(resideInAnyPackage("org.springframework.batch.."), room("job.batch"));

  @ArchTest
  static final ArchRule onlyEndpointAndMonitorUseJavasHttpClient =
      onlyIn(resideInAnyPackage("java.net.http.."), room("endpoint"), room("monitor"));

  @ArchTest
  static final ArchRule onlyDownloadAndEndpointUseApachesHttpClient =
      onlyIn(resideInAnyPackage("org.apache.hc.."), room("download"), room("endpoint"));

  @ArchTest
  static final ArchRule onlyLedgerResultsAndStateUseSql = onlyIn(
      resideInAnyPackage("java.sql..", "org.springframework.jdbc..").and(isNoException()),
      room("ledger"),
      room("results"),
      room("state"));

  private static String room(String name) {
    return "dev.roomline." + name;
  }

  private static ArchRule onlyIn(
      com.tngtech.archunit.base.DescribedPredicate<JavaClass> library, String... rooms) {
    return noClasses().that().resideOutsideOfPackages(rooms).should().dependOnClassesThat(library);
  }

  /** To tell a person what an exception means is no use of SQL. */
  private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> isNoException() {
    return describe("are no exceptions", it -> !it.isAssignableTo(SQLException.class));
  }

  private static ArchRule isALeaf(String name, String... libraries) {
    return classes()
        .that()
        .resideInAPackage(room(name))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(libraries)
            .or(resideInAnyPackage("org.jspecify.annotations..", room(name))));
  }
}
