package dev.roomline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The drawing of the rooms and their arrows, as code. */
@AnalyzeClasses(packages = "dev.roomline", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule roomsFormNoCircle =
      slices().matching("dev.roomline.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule arrowsPointDown = layeredArchitecture()
      .consideringOnlyDependenciesInAnyPackage("dev.roomline..")
      .layer("room")
      .definedBy("dev.roomline.room..")
      .layer("endpoint")
      .definedBy("dev.roomline.endpoint..")
      .layer("ledger")
      .definedBy("dev.roomline.ledger..")
      .layer("fetch")
      .definedBy("dev.roomline.fetch..")
      .layer("images")
      .definedBy("dev.roomline.images..")
      .layer("state")
      .definedBy("dev.roomline.state..")
      .layer("sheet")
      .definedBy("dev.roomline.sheet..")
      .layer("rows")
      .definedBy("dev.roomline.rows..")
      .layer("render")
      .definedBy("dev.roomline.render..")
      .layer("job")
      .definedBy("dev.roomline.job..")
      .layer("report")
      .definedBy("dev.roomline.report..")
      .layer("gallery")
      .definedBy("dev.roomline.gallery..")
      .layer("ping")
      .definedBy("dev.roomline.ping..")
      .layer("cli")
      .definedBy("dev.roomline.cli..")
      .layer("sandbox")
      .definedBy("dev.roomline.sandbox..")
      .whereLayer("cli")
      .mayNotBeAccessedByAnyLayer()
      .whereLayer("sandbox")
      .mayOnlyBeAccessedByLayers("cli")
      .whereLayer("report")
      .mayOnlyBeAccessedByLayers("cli")
      .whereLayer("job")
      .mayOnlyBeAccessedByLayers("cli", "report")
      .whereLayer("gallery")
      .mayOnlyBeAccessedByLayers("job")
      .whereLayer("ping")
      .mayOnlyBeAccessedByLayers("job")
      .whereLayer("render")
      .mayOnlyBeAccessedByLayers("job")
      .whereLayer("ledger")
      .mayOnlyBeAccessedByLayers("job", "render")
      .whereLayer("rows")
      .mayOnlyBeAccessedByLayers("job")
      .whereLayer("sheet")
      .mayOnlyBeAccessedByLayers("job", "cli")
      .whereLayer("state")
      .mayOnlyBeAccessedByLayers("job", "cli")
      .whereLayer("fetch")
      .mayOnlyBeAccessedByLayers("images", "job")
      .whereLayer("images")
      .mayOnlyBeAccessedByLayers("rows", "render", "job", "cli")
      .whereLayer("endpoint")
      .mayOnlyBeAccessedByLayers("render", "job", "cli");

  @ArchTest
  static final ArchRule theWordsKnowOnlyJava = classes()
      .that()
      .resideInAPackage("dev.roomline.room..")
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage("java..", "org.jspecify.annotations..", "dev.roomline.room..");

  @ArchTest
  static final ArchRule theGalleryKnowsNothingOfOurs = classes()
      .that()
      .resideInAPackage("dev.roomline.gallery..")
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage(
          "java..",
          "org.jspecify.annotations..",
          "com.samskivert.mustache..",
          "dev.roomline.gallery..");

  @ArchTest
  static final ArchRule thePingKnowsNothingOfOurs = classes()
      .that()
      .resideInAPackage("dev.roomline.ping..")
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage("java..", "org.jspecify.annotations..", "dev.roomline.ping..");

  @ArchTest
  static final ArchRule theSandboxKnowsNothingOfOurs = noClasses()
      .that()
      .resideInAPackage("dev.roomline.sandbox..")
      .should()
      .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
          "are ours outside the sandbox",
          it -> it.getPackageName().startsWith("dev.roomline.")
              && !it.getPackageName().startsWith("dev.roomline.sandbox")));

  @ArchTest
  static final ArchRule springBatchStaysInTheJob = noClasses()
      .that()
      .resideOutsideOfPackage("dev.roomline.job..")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("org.springframework.batch..");

  @ArchTest
  static final ArchRule onlyTheEndpointSpeaksToTheVendorAndThePingToAMonitor = noClasses()
      .that()
      .resideOutsideOfPackages("dev.roomline.endpoint..", "dev.roomline.ping..")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("java.net.http..");

  @ArchTest
  static final ArchRule onlyFetchSpeaksToStrangers = noClasses()
      .that()
      .resideOutsideOfPackage("dev.roomline.fetch..")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("org.apache.hc..");

  @ArchTest
  static final ArchRule sqlStaysInTheBooksTheResultsAndTheState = noClasses()
      .that()
      .resideOutsideOfPackages(
          "dev.roomline.ledger..", "dev.roomline.job..", "dev.roomline.state..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("java.sql..", "org.springframework.jdbc..");
}
