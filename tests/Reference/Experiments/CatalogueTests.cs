using System.Diagnostics;
using ExperimentCatalogue = Reference.Experiments.Catalogue;

namespace Reference.Tests.Experiments;

public sealed class CatalogueTests
{
    private static readonly Dictionary<string, Dictionary<string, bool>> Truths = new()
    {
        ["constant-initialization"] = new()
        {
            ["hidden-equal"] = true, ["hidden-deltas-equal"] = true, ["output-deltas-equal-always"] = false,
            ["gradient-independent-of-i"] = true, ["gradient-independent-of-j"] = false,
            ["symmetry-persists"] = true, ["layer-two-constant"] = false,
        },
        ["logistic-from-zero"] = new()
        {
            ["features-differ"] = true, ["no-hidden-units"] = true, ["convex"] = true, ["stay-zero"] = false, ["stay-equal"] = false,
        },
        ["skip-layer-initialization"] = new()
        {
            ["hidden-equal"] = true, ["hidden-deltas-equal"] = true, ["same-input-equal"] = true, ["same-output-equal"] = true,
            ["hidden-units-same"] = true, ["layer-one-constant"] = false, ["symmetry-broken"] = false,
        },
        ["dead-relu"] = new()
        {
            ["zero-gradient"] = true, ["never-revived"] = true, ["larger-rate-revives"] = false, ["plain-descent-revives"] = false,
        },
        ["dead-relu-remedy"] = new()
        {
            ["leaky-relu"] = true, ["parametric-relu"] = true, ["elu"] = true, ["larger-rate"] = false, ["hard-threshold"] = false,
        },
        ["closed-form"] = new()
        {
            ["no-closed-form"] = true, ["gradient-ascent"] = true, ["stochastic-gradient-descent"] = true, ["newton-irls"] = true,
            ["normal-equations"] = false, ["single-svd"] = false, ["label-frequencies"] = false,
        },
        ["softmax-logistic"] = new()
        {
            ["orthogonal-enough"] = true, ["at-zero"] = true, ["at-right-angles"] = true, ["difference-reversed"] = false, ["sum"] = false,
        },
        ["regression-output"] = new()
        {
            ["identity-output"] = true, ["squared-error"] = true, ["softmax-output"] = false,
            ["cross-entropy"] = false, ["more-hidden-layers"] = false,
        },
        ["skip-layer-problems"] = new()
        {
            ["more-weights"] = true, ["regularization"] = true, ["vanishing-output"] = false, ["becomes-linear"] = false,
        },
        ["naive-assumption"] = new()
        {
            ["conditional-independence"] = true, ["independence"] = false, ["gaussian-features"] = false, ["equal-priors"] = false,
        },
    };

    [Test]
    public void All_OfTheWorksheetsExperiments_AreThere() =>
        Assert.That(ExperimentCatalogue.All.Keys, Is.EquivalentTo(Truths.Keys));

    [Test]
    public void Claims_AtManySeeds_AreTheWorksheetsTruths(
        [ValueSource(nameof(Ids))] string id,
        [Values(0UL, 1UL, 2UL, 3UL, 4UL, 5UL, 20261121UL, ulong.MaxValue)] ulong seed)
    {
        var result = ExperimentCatalogue.All[id](seed);
        Assert.That(result.Claims, Is.EquivalentTo(Truths[id]), string.Join('\n', result.Measurements));
    }

    [TestCaseSource(nameof(Ids))]
    public void Run_WithOneSeedTwice_MeasuresTheSameNumbers(string id)
    {
        var first = ExperimentCatalogue.All[id](7).Measurements;
        var second = ExperimentCatalogue.All[id](7).Measurements;
        Assert.That(second, Is.EqualTo(first));
    }

    [TestCaseSource(nameof(Ids))]
    public void Run_OfAnyExperiment_TakesUnderTwoSeconds(string id)
    {
        // The quickest of three: a busy machine slows some runs, a slow experiment slows all.
        var quickest = Enumerable.Range(0, 3).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            ExperimentCatalogue.All[id](1);
            return watch.Elapsed;
        });
        Assert.That(quickest, Is.LessThan(TimeSpan.FromSeconds(2)));
    }

    [TestCaseSource(nameof(Ids))]
    public void Measurements_OfAnyExperiment_AreFiniteNamedOnceAndSayWhatTheyAre(string id)
    {
        var result = ExperimentCatalogue.All[id](1);
        Assert.That(result.Measurements.Select(measurement => measurement.Name), Is.Unique);
        Assert.That(result.Measurements.Select(measurement => measurement.Name), Is.SupersetOf(result.Claims.Keys));
        Assert.That(result.Measurements.Select(measurement => measurement.Value), Is.All.Matches<double>(double.IsFinite));
        Assert.That(result.Measurements.Select(measurement => measurement.Sentence), Is.All.EndsWith("."));
    }

    private static IEnumerable<string> Ids => Truths.Keys;
}
