package io.emotion4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** A right backend passes every test of the contracts, and each fault is found by the test that is there for it. */
class ContractsFindFaultsTest {

    @AfterEach
    void noFault() {
        PlainEngine.fault = Fault.NONE;
    }

    @Test
    void aRightBackendPasses() {
        Events tests = run(Fault.NONE);
        assertThat(failed(tests)).isEmpty();
        assertThat(tests.succeeded().count()).isGreaterThan(50);
    }

    @ParameterizedTest
    @CsvSource({
        "SHARES_ITS_OUTPUTS, outputsStayWhenTheSessionRunsAgainAndWhenItIsClosed()",
        "WRITES_TO_ITS_INPUT, theInputIsOnlyRead()",
        "MIXES_UP_THREADS, eightThreadsGetWhatOneGets()",
        "TURNS_BATCHES_ROUND, aBatchGivesWhatItsPicturesGiveAlone()",
        "TURNS_BATCHES_ROUND, aBatchGivesWhatSingleFacesGive()",
        "FORGETS_AN_OUTPUT, everyOutputOfTheDescriptorIsGivenInItsOrder()",
        "LOADS_ANYTHING, bytesThatAreNoNetworkAreAnError()",
        "LOADS_ANYTHING, aFileThatIsNoNetworkIsNamed(Path)",
        "DIES_OF_A_BAD_INPUT, anInputThatDoesNotFitIsAnErrorAfterWhichTheSessionStillRuns()",
        "FALLS_BACK_TO_THE_PROCESSOR, aDeviceThatIsNotThereIsAnErrorAndNeverTheProcessor()",
    })
    void aFaultIsFoundAndTheFailureSaysWhatTheBackendMustDo(Fault fault, String test) {
        Events tests = run(fault);

        assertThat(failed(tests)).contains(test);
        assertThat(tests.failed().stream().map(ContractsFindFaultsTest::message))
                .allSatisfy(message ->
                        assertThat(message).startsWith("The backend must ").contains(".\n"));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                OpeningContract.class,
                ClassifierContract.class,
                DetectorContract.class,
                DecoderContract.class,
                ProviderContract.class,
                SessionContract.class
            })
    void everyTestOfAContractSaysWhatIsAsked(Class<?> contract) {
        assertThat(contract.getDeclaredMethods())
                .filteredOn(method -> method.isAnnotationPresent(Test.class))
                .isNotEmpty()
                .allMatch(method -> method.isAnnotationPresent(Must.class));
    }

    private static Events run(Fault fault) {
        PlainEngine.fault = fault;
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(PlainEngineContract.class))
                .execute()
                .testEvents();
    }

    private static String message(Event failed) {
        return failed.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow()
                .getMessage();
    }

    private static Set<String> failed(Events tests) {
        List<Event> failed = tests.failed().list();
        return failed.stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .collect(Collectors.toSet());
    }
}
