namespace Reference.Experiments;

/// <summary>The experiments by the id that worksheets name them with.</summary>
public static class Catalogue
{
    public static IReadOnlyDictionary<string, Experiment> All { get; } = new Dictionary<string, Experiment>
    {
        ["constant-initialization"] = ConstantInitialization.Run,
        ["logistic-from-zero"] = LogisticFromZero.Run,
        ["skip-layer-initialization"] = SkipLayerInitialization.Run,
        ["dead-relu"] = DeadUnits.Run,
        ["dead-relu-remedy"] = DeadUnitRemedies.Run,
        ["closed-form"] = ClosedForm.Run,
        ["softmax-logistic"] = SoftmaxAgainstLogistic.Run,
        ["regression-output"] = RegressionOutput.Run,
        ["skip-layer-problems"] = SkipLayerProblems.Run,
        ["naive-assumption"] = NaiveAssumption.Run,
    };
}
