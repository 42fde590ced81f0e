using Formulas.Expressions;
using MathNet.Numerics.LinearAlgebra;
using Reference.BackpropPractice;
using Reference.InitializationSkipLayer;
using Reference.LogisticInitialization;
using Reference.NaiveBayesDeadRelu;
using Reference.SgdBackpropTables;
using static Reference.Values;
using SkipLayerConstant = Reference.InitializationSkipLayer.ConstantInitialization;
using WeightedInputConstant = Reference.LogisticInitialization.ConstantInitialization;

namespace Reference;

/// <summary>
/// What is true, part by part: `worksheet/part` to the method that computes it. A part of kind graph has the value of
/// the function that its graph must compute, a table part the values of its cells by name.
/// </summary>
public static class Catalogue
{
    public static IReadOnlyDictionary<string, ReferenceMethod> Methods { get; } = new Dictionary<string, ReferenceMethod>
    {
        ["logistic-initialization/1.likelihood"] = at => LogisticRegression.Likelihood(at.Matrix("X"), at.Vector("y"), at.Vector("w")).ToValue(),
        ["logistic-initialization/1.log-likelihood"] = at => LogisticRegression.LogLikelihood(at.Matrix("X"), at.Vector("y"), at.Vector("w")).ToValue(),
        ["logistic-initialization/1.gradient"] = at => LogisticRegression.Gradient(at.Matrix("X"), at.Vector("y"), at.Vector("w")).ToValue(),
        ["logistic-initialization/1.update"] = at => LogisticRegression.Update(at.Matrix("X"), at.Vector("y"), at.Vector("w"), at.Number("eta")).ToValue(),
        ["logistic-initialization/1.fit"] = at => NewtonFit.Fit(at.Matrix("X"), at.Vector("y")).ToValue(),
        ["logistic-initialization/2a.value"] = at => WeightedInputConstant.HiddenUnit(at.Number("w"), at.Vector("x"), at.ScalarFunction("g")).ToValue(),
        ["logistic-initialization/2b.value"] = at => WeightedInputConstant.HiddenDelta(at.Number("w"), at.Vector("x"), at.Vector("delta2"), at.ScalarFunction("g")).ToValue(),
        ["logistic-initialization/2d.gradient"] = at => WeightedInputConstant.OutputWeightGradient(at.Vector("x1"), at.Vector("delta2"), at.Index("i"), at.Index("j")).ToValue(),
        ["logistic-initialization/2e.gradient0"] = at => LogisticRegression.LossGradientAtZero(at.Matrix("X"), at.Vector("y")).ToValue(),

        ["initialization-skip-layer/1a.value"] = at => SkipLayerConstant.HiddenUnit(at.Number("w"), at.Vector("x"), at.ScalarFunction("g")).ToValue(),
        ["initialization-skip-layer/1b.value"] = at => SkipLayerConstant.HiddenDelta(at.Number("w"), at.Vector("x1"), at.Vector("delta3"), at.ScalarFunction("g")).ToValue(),
        ["initialization-skip-layer/1c.update"] = at => SkipLayerConstant.UpdatedWeight(
            at.Number("w"), at.Vector("x"), at.Vector("delta2"), at.ScalarFunction("g"), at.Number("eta"), at.Index("i"), at.Index("j")).ToValue(),
        ["initialization-skip-layer/2b.count"] = at => SkipLayer.WeightCount(at.Whole("L"), at.Vector("d")).ToValue(),
        ["initialization-skip-layer/2d.gradient"] = at => SkipLayer.Gradient(
            at.Number("w_xh"), at.Number("w_hy"), at.Number("w_xy"), at.Number("x"), at.ScalarFunction("g")).ToValue(),

        ["sgd-backprop-tables/1a.gradient"] = at => StochasticGradient.Derivative(at.Vector("x"), at.Number("y"), Prediction(at), at.Index("j")).ToValue(),
        ["sgd-backprop-tables/1b.update"] = at => StochasticGradient.Update(
            at.Vector("w"), at.Vector("x"), at.Number("y"), Prediction(at), at.Number("eta"), at.Index("j")).ToValue(),
        ["sgd-backprop-tables/2a.table"] = at => Cells(NodeTable.Forward(at.Number("x"))),
        ["sgd-backprop-tables/2a.graph"] = at => NodeTable.Forward(at.Number("x")).Vii.ToValue(),
        ["sgd-backprop-tables/2b.forward"] = at => Cells(SixWeightNetwork.Forward(SixWeightsOf(at), at.Number("x1"), at.Number("x2"))),
        ["sgd-backprop-tables/2b.partials"] = at => Cells(SixWeightNetwork.Partials(SixWeightsOf(at), at.Number("x1"), at.Number("x2"))),
        ["sgd-backprop-tables/2b.graph"] = at => SixWeightNetwork.Forward(SixWeightsOf(at), at.Number("x1"), at.Number("x2")).Y.ToValue(),

        ["backprop-practice/1a.graph"] = at => OneHiddenLayer.Output(at.Matrix("W1"), at.Matrix("W2"), at.Vector("x"), at.ScalarFunction("g")).ToValue(),
        ["backprop-practice/1b.value"] = at => WeightedInputConstant.HiddenUnit(at.Number("a"), at.Vector("x"), at.ScalarFunction("g")).ToValue(),
        ["backprop-practice/1c.value"] = at => WeightedInputConstant.HiddenDelta(at.Number("a"), at.Vector("x"), at.Vector("delta2"), at.ScalarFunction("g")).ToValue(),
        ["backprop-practice/1e.gradient"] = at => WeightedInputConstant.OutputWeightGradient(at.Vector("x1"), at.Vector("delta2"), at.Index("i"), at.Index("j")).ToValue(),
        ["backprop-practice/2a.graph"] = at => ChainRule.GraphValue(at.Number("w")).ToValue(),
        ["backprop-practice/2a.derivative"] = at => ChainRule.Derivative(at.Vector(at.EitherName("f", "f_i")), at.Vector(at.EitherName("dg", "dg_i"))).ToValue(),
        ["backprop-practice/2b.graph"] = at => SumOfUnits.Loss(at.Matrix("W"), at.Vector("b"), at.Vector("x"), at.Number("y"), at.ScalarFunction("phi")).ToValue(),
        ["backprop-practice/2c.dw"] = at => SumOfUnits.GradientW(at.Matrix("W"), at.Vector("b"), at.Vector("x"), at.Number("y"), at.Index("i")).ToValue(),
        ["backprop-practice/2c.db"] = at => SumOfUnits.GradientB(at.Matrix("W"), at.Vector("b"), at.Vector("x"), at.Number("y"), at.Index("i")).ToValue(),
        ["backprop-practice/2d.w"] = at => SumOfUnits.UpdateW(at.Matrix("W"), at.Vector("b"), at.Vector("x"), at.Number("y"), at.Number("eta"), at.Index("i")).ToValue(),
        ["backprop-practice/2d.b"] = at => SumOfUnits.UpdateB(at.Matrix("W"), at.Vector("b"), at.Vector("x"), at.Number("y"), at.Number("eta"), at.Index("i")).ToValue(),
        ["backprop-practice/2e.dx"] = at => Cost(at).GradientX(at.VectorMap("Phi")).ToValue(),
        ["backprop-practice/2e.dW1"] = at => Cost(at).GradientW1(at.VectorMap("Phi")).ToValue(),
        ["backprop-practice/2e.dW2"] = at => Cost(at).GradientW2(at.VectorMap("Phi")).ToValue(),
        ["backprop-practice/2e.db"] = at => Cost(at).GradientB(at.VectorMap("Phi")).ToValue(),
        ["backprop-practice/2f.W1"] = at => Cost(at).UpdateW1(at.Number("eta")).ToValue(),
        ["backprop-practice/2f.W2"] = at => Cost(at).UpdateW2(at.Number("eta")).ToValue(),

        ["naive-bayes-dead-relu/1.likelihood"] = at => NaiveBayes.Likelihood(
            C1(at), C0(at), K(at), Z(at), at.Number("theta_y"), at.Matrix("theta")).ToValue(),
        ["naive-bayes-dead-relu/1.log-likelihood"] = at => NaiveBayes.LogLikelihood(
            C1(at), C0(at), K(at), Z(at), at.Number("theta_y"), at.Matrix("theta")).ToValue(),
        ["naive-bayes-dead-relu/1.score"] = at => NaiveBayes.Score(C1(at), C0(at), at.Number("theta_y")).ToValue(),
        ["naive-bayes-dead-relu/1.mle-prior"] = at => NaiveBayes.Prior(C1(at), M(at)).ToValue(),
        ["naive-bayes-dead-relu/1.mle-conditional"] = at => NaiveBayes.Conditional(K(at), Z(at), at.Index("i"), at.Whole("v")).ToValue(),
        ["naive-bayes-dead-relu/1.fit"] = at => Fitted(NaiveBayes.Fit(at.Matrix("X"), at.Vector("y"))),
        ["naive-bayes-dead-relu/2.w"] = at => LogisticSoftmax.EquivalentWeights(at.Vector("w0"), at.Vector("w1")).ToValue(),
        ["naive-bayes-dead-relu/3.1.dead"] = at => DeadRelu.IsDead(at.Matrix("W1"), at.Vector("b"), at.Vector("x"), at.Index("i")).ToValue(),
        ["naive-bayes-dead-relu/3.2.db"] = at => DeadRelu.GradientB(at.Matrix("W1"), at.Vector("b"), at.Vector("w2"), at.Vector("x"), at.Index("i")).ToValue(),
        ["naive-bayes-dead-relu/3.2.dw"] = at => DeadRelu.GradientW(
            at.Matrix("W1"), at.Vector("b"), at.Vector("w2"), at.Vector("x"), at.Index("i"), at.Index("j")).ToValue(),
        ["naive-bayes-dead-relu/3.4.derivative"] = at => DeadRelu.LeakyDerivative(at.Number("a")).ToValue(),
        ["naive-bayes-dead-relu/4.loss"] = at => SoftmaxError.LogProbability(at.Matrix("W"), at.Vector("z"), at.Index("i")).ToValue(),
        ["naive-bayes-dead-relu/4.error"] = at => SoftmaxError.Error(at.Matrix("W"), at.Vector("z"), at.Index("i")).ToValue(),
    };

    /// <summary>The fit parts, which have more than one right answer, by the property that makes an answer right.</summary>
    public static IReadOnlyDictionary<string, FitProperty> Fits { get; } = new Dictionary<string, FitProperty>
    {
        ["logistic-initialization/1.fit"] = (at, returned) => LogisticFitProperty.Judge(at.Matrix("X"), at.Vector("y"), returned),
        ["naive-bayes-dead-relu/1.fit"] = (at, returned) => NaiveBayesFitProperty.Judge(at.Matrix("X"), at.Vector("y"), returned),
    };

    /// <summary>`h` where inputs give it, else h(x) from the weights.</summary>
    private static double Prediction(Assignment at) =>
        at.FromData("h", "w") ? StochasticGradient.Prediction(at.Vector("w"), at.Vector("x")) : at.Number("h");

    // The counts of naive Bayes are taken as given, and counted only where the data stand in their place.
    private static double C1(Assignment at) => at.FromData("c1", "y") ? Counts.OfLabel(at.Vector("y"), 1) : at.Number("c1");

    private static double C0(Assignment at) => at.FromData("c0", "y") ? Counts.OfLabel(at.Vector("y"), 0) : at.Number("c0");

    private static double M(Assignment at) => at.FromData("m", "y") ? at.Vector("y").Count : at.Number("m");

    private static Matrix<double> K(Assignment at) =>
        at.FromData("k", "X") ? Counts.Of(at.Matrix("X"), at.Vector("y")).K : at.Matrix("k");

    private static Matrix<double> Z(Assignment at) =>
        at.FromData("z", "X") ? Counts.Of(at.Matrix("X"), at.Vector("y")).Z : at.Matrix("z");

    private static SixWeights SixWeightsOf(Assignment at) => new(
        at.Number("a"), at.Number("b"), at.Number("c"), at.Number("d"), at.Number("e"), at.Number("f"));

    private static TwoMatrixCost Cost(Assignment at) => new(
        at.Matrix("W1"), at.Matrix("W2"), at.Vector("b"), at.Vector("x"), at.Vector("y"));

    private static Value Cells(NodeTable nodes) => Table(
        ("i", nodes.I), ("ii", nodes.Ii), ("iii", nodes.Iii), ("iv", nodes.Iv), ("v", nodes.V), ("vi", nodes.Vi), ("vii", nodes.Vii));

    private static Value Cells(SixWeightForward forward) => Table(
        ("r1", forward.R1), ("r2", forward.R2), ("s1", forward.S1), ("s2", forward.S2), ("y", forward.Y));

    private static Value Cells(SixWeights partials) => Table(
        ("dy/da", partials.A), ("dy/db", partials.B), ("dy/dc", partials.C),
        ("dy/dd", partials.D), ("dy/de", partials.E), ("dy/df", partials.F));

    private static Value Fitted(NaiveBayesParameters parameters) => new Value.Named(
        [new("theta_y", parameters.ThetaY.ToValue()), new("theta", parameters.Theta.ToValue())]);
}
