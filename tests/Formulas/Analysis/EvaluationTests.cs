using Formulas.Analysis;
using Formulas.Expressions;
using static Formulas.Tests.Generation.Build;

namespace Formulas.Tests.Analysis;

public sealed class EvaluationTests
{
    private static readonly Assignment Sample = Inputs(
        3,
        ("x", Of(2)),
        ("zero", Of(0)),
        ("v", Of(1.0, 2.0, 3.0)),
        ("w", Of(4.0, 5.0, 6.0)),
        ("A", Of(3, 3, 2, 0, 1, 1, 3, 2, 1, 1, 4)),
        ("S", Of(3, 3, 1, 2, 3, 2, 4, 6, 1, 1, 1)),
        ("g", new Value.ScalarFunction("tanh")),
        ("Phi", new Value.VectorMap((Value.Matrix)Of(3, 3, 1, 2, 0, 0, 1, 0, 1, 0, 1), (Value.Vector)Of(0.5, 0.0, -0.5), "sin")));

    private static double NumberOf(Expression expression) => Evaluation.Evaluate(expression, Sample) switch
    {
        Outcome.Known { Value: Value.Scalar scalar } => scalar.Number,
        var other => throw new AssertionException($"A number was expected, but this came: {other}"),
    };

    private static string Reason(Expression expression)
    {
        var plain = Evaluation.Evaluate(expression, Sample);
        var bounded = Evaluation.EvaluateWithBound(expression, Sample);
        Assert.That(plain, Is.InstanceOf<Outcome.Undefined>());
        Assert.That(bounded, Is.InstanceOf<BoundedOutcome.Undefined>());
        Assert.That(((BoundedOutcome.Undefined)bounded).Reason, Is.EqualTo(((Outcome.Undefined)plain).Reason));
        return ((Outcome.Undefined)plain).Reason;
    }

    [Test]
    public void Evaluate_Arithmetic_FollowsTheTree() =>
        Assert.That(NumberOf(Subtract(Times(Number(3), Scalar("x")), Over(Number(1), Number(4)))), Is.EqualTo(5.75));

    [Test]
    public void Evaluate_InnerProduct_SumsTheProducts() => Assert.That(NumberOf(Inner(Vector("v"), Vector("w"))), Is.EqualTo(32));

    [Test]
    public void Evaluate_SumOverEntries_CountsFromOne() =>
        Assert.That(
            NumberOf(SumOver("k", Number(1), new Expression.SizeOf(Size.Named("n")), Entry(Vector("w"), new Expression.BoundIndex("k")))),
            Is.EqualTo(15));

    [Test]
    public void Evaluate_MatrixTimesVector_IsTheMatrixProduct()
    {
        var product = new Expression.Product(ProductKind.Matrix, Matrix("A"), Vector("v"), VectorN);
        Assert.That(Evaluation.Evaluate(product, Sample), Is.EqualTo(new Outcome.Known(Of(5.0, 13.0, 15.0))));
    }

    [Test]
    public void Evaluate_InverseTimesMatrix_IsTheIdentity()
    {
        var product = new Expression.Product(ProductKind.Matrix, Call("inv", Matrix("A")), Matrix("A"), MatrixNN);
        var value = ((Value.Matrix)((Outcome.Known)Evaluation.Evaluate(product, Sample)).Value).Entries;
        Assert.That(value, Is.EqualTo(new double[] { 1, 0, 0, 0, 1, 0, 0, 0, 1 }).Within(1e-15));
    }

    [Test]
    public void Evaluate_Determinant_IsExactOnWholeNumbers()
    {
        Assert.That(NumberOf(Call("det", Shape.Scalar, Matrix("A"))), Is.EqualTo(18));
        Assert.That(NumberOf(Call("det", Shape.Scalar, Matrix("S"))), Is.EqualTo(0));
    }

    [Test]
    public void Evaluate_GenericFunctionAndItsDerivatives_AreThoseOfTheAssignedFunction()
    {
        var tanh = Math.Tanh(2);
        Assert.That(NumberOf(new Expression.GenericCall("g", 0, Scalar("x"))), Is.EqualTo(tanh));
        Assert.That(NumberOf(new Expression.GenericCall("g", 1, Scalar("x"))), Is.EqualTo(1 - (tanh * tanh)).Within(1e-15));
        Assert.That(NumberOf(new Expression.GenericCall("g", 2, Scalar("x"))), Is.EqualTo(-2 * tanh * (1 - (tanh * tanh))).Within(1e-15));
    }

    [Test]
    public void Evaluate_MapAndJacobian_AreThoseOfTheAssignedMap()
    {
        var map = Evaluation.Evaluate(new Expression.MapCall("Phi", Vector("v"), VectorN), Sample);
        Assert.That(map, Is.EqualTo(new Outcome.Known(Of(Math.Sin(5.5), Math.Sin(2), Math.Sin(3.5)))));
        var jacobian = Evaluation.Evaluate(new Expression.Jacobian("Phi", Vector("v"), MatrixNN), Sample);
        var (a, b, c) = (Math.Cos(5.5), Math.Cos(2), Math.Cos(3.5));
        Assert.That(jacobian, Is.EqualTo(new Outcome.Known(Of(3, 3, a, 2 * a, 0, 0, b, 0, c, 0, c))));
    }

    [Test]
    public void Evaluate_OverflowThatCancels_IsFine() =>
        Assert.That(NumberOf(Over(Number(1), Add(Number(1), Call("exp", Number(800))))), Is.EqualTo(0));

    [Test]
    public void Evaluate_ZeroToTheZero_IsOne() => Assert.That(NumberOf(ToThe(Scalar("zero"), Number(0))), Is.EqualTo(1));

    [Test]
    public void Evaluate_NegatedZero_IsZeroWithoutSign() =>
        Assert.That(double.IsNegative(NumberOf(new Expression.Negate(Scalar("zero")))), Is.False);

    [Test]
    public void Evaluate_AbbreviationsThatDouble_AreEvaluatedOnce()
    {
        Expression body = new Expression.LetReference("z60", Shape.Scalar);
        for (var k = 60; k > 0; k--)
        {
            var previous = new Expression.LetReference($"z{k - 1}", Shape.Scalar);
            body = new Expression.Let($"z{k}", Add(previous, previous), body);
        }

        Assert.That(NumberOf(new Expression.Let("z0", Number(1), body)), Is.EqualTo(Math.ScaleB(1, 60)));
    }

    [Test]
    public void Evaluate_UnusedAbbreviation_MayBeUndefined() => Assert.That(
        NumberOf(new Expression.Let("z", Call("ln", Number(0)), Scalar("x"))), Is.EqualTo(2));

    [Test]
    public void Evaluate_CasesWithUndefinedBranchNotTaken_GivesTheOther() => Assert.That(
        NumberOf(new Expression.Cases(
            [new Branch(Compare(Scalar("zero"), ComparisonOperator.Greater, Number(0)), Call("ln", Scalar("zero")))],
            Number(7),
            Shape.Scalar)),
        Is.EqualTo(7));

    [Test]
    public void Evaluate_LogicalOperators_LookNoFurtherThanNeeded()
    {
        var holds = Compare(Number(1), ComparisonOperator.Less, Scalar("x"));
        var undefined = Compare(Over(Number(1), Scalar("zero")), ComparisonOperator.Less, Number(1));
        var either = new Expression.Logical(LogicalOperator.Or, holds, undefined);
        var both = new Expression.Logical(LogicalOperator.And, new Expression.Not(holds), undefined);
        Assert.That(Evaluation.Evaluate(either, Sample), Is.EqualTo(new Outcome.Known(new Value.Truth(true))));
        Assert.That(Evaluation.Evaluate(both, Sample), Is.EqualTo(new Outcome.Known(new Value.Truth(false))));
    }

    [Test]
    public void Evaluate_OutsideTheDomain_NamesTheOperation()
    {
        Assert.That(Reason(Call("ln", Scalar("zero"))), Is.EqualTo("ln of 0"));
        Assert.That(Reason(Call("sqrt", new Expression.Negate(Scalar("x")))), Is.EqualTo("sqrt of -2"));
        Assert.That(Reason(Over(Scalar("x"), Scalar("zero"))), Is.EqualTo("division by 0"));
        Assert.That(Reason(Over(Number(1), Over(Number(1), Scalar("zero")))), Is.EqualTo("division by 0"));
        Assert.That(Reason(Call("exp", Number(800))), Is.EqualTo("overflow in exp of 800"));
        Assert.That(Reason(Entry(Vector("v"), Number(5))), Is.EqualTo("index 5 of a vector with 3 entries"));
        Assert.That(Reason(ToThe(Scalar("zero"), Number(-1))), Is.EqualTo("0 to a negative power"));
        Assert.That(Reason(ToThe(Number(-2), Number(0.5))), Is.EqualTo("a negative number to a power that is not whole"));
        Assert.That(Reason(Call("asin", Scalar("x"))), Is.EqualTo("asin of 2"));
        Assert.That(Reason(Call("sqrt", Scalar("zero"), 1)), Is.EqualTo("sqrt' of 0"));
        Assert.That(Reason(Call("inv", Matrix("S"))), Is.EqualTo("inverse of a singular matrix"));
        Assert.That(Reason(Scalar("missing")), Is.EqualTo("missing has no value"));
    }

    /// <summary>What stands around the fault has shapes that its empty value does not have.</summary>
    [Test]
    public void Evaluate_FaultInsideAnOuterProduct_NamesTheFault()
    {
        var faulty = new Expression.Product(ProductKind.Matrix, Over(Number(1), Matrix("A")) with { Shape = MatrixNN }, Vector("v"), VectorN);
        var row = new Expression.Transpose(Vector("w"), new Shape.RowShape(Size.Named("n")));
        Assert.That(Reason(Subtract(Matrix("A"), new Expression.Product(ProductKind.Outer, faulty, row, MatrixNN))), Is.EqualTo("division by 0"));
    }

    [Test, CancelAfter(5000)]
    public void Evaluate_TooManyOperations_GivesUpAtOnce()
    {
        var k = new Expression.BoundIndex("k");
        var flat = SumOver("k", Number(1), Number(1e9), k);
        var nested = SumOver("k", Number(1), Number(1e5), SumOver("j", Number(1), k, k));
        var ones = Call("ones", VectorN, Number(1e9));
        foreach (var expression in new[] { flat, nested, ones })
            Assert.That(Evaluation.Evaluate(expression, Sample), Is.InstanceOf<Outcome.OverBudget>());
    }

    [Test]
    public void EvaluateWithBound_ComparisonWithinTheBounds_IsOpen()
    {
        // 0.1 + 0.2 and 0.3 are equal, but no double says so.
        var sum = Add(Number(0.1), Number(0.2));
        var outcome = Evaluation.EvaluateWithBound(Compare(sum, ComparisonOperator.Greater, Number(0.3)), Sample);
        Assert.That(outcome, Is.InstanceOf<BoundedOutcome.Known>());
        Assert.That(((BoundedOutcome.Known)outcome).IsCertain, Is.False);
    }

    [Test]
    public void EvaluateWithBound_ExactTie_IsCertain()
    {
        var tie = Compare(Subtract(Inner(Vector("v"), Vector("w")), Number(32)), ComparisonOperator.LessOrEqual, Number(0));
        var outcome = (BoundedOutcome.Known)Evaluation.EvaluateWithBound(tie, Sample);
        Assert.That((outcome.Value, outcome.IsCertain), Is.EqualTo(((Value)new Value.Truth(true), true)));
    }

    [Test]
    public void Gradient_OfALossByAVector_HasTheVectorsShape()
    {
        // d/dw of s(w . v) is s (1 - s) v.
        var gradient = Differentiation.Gradient(Call("tanh", Inner(Vector("w"), Vector("v"))), Inputs(
            2, ("w", Of(0.1, 0.2)), ("v", Of(1.0, 3.0))), "w");
        var slope = 1 - (Math.Tanh(0.7) * Math.Tanh(0.7));
        var entries = ((Value.Vector)((Outcome.Known)gradient).Value).Entries;
        Assert.That(entries, Is.EqualTo(new[] { slope, 3 * slope }).Within(1e-15));
    }
}
