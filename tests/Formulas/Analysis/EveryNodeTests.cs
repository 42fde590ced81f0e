using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Functions;
using Formulas.Tests.Generation;

namespace Formulas.Tests.Analysis;

/// <summary>Every pass takes every node.</summary>
public sealed class EveryNodeTests
{
    [Test]
    public void Examples_CoverEveryKindOfNode() => Assert.That(EveryNode.MissingKinds(), Is.Empty);

    [Test]
    public void Examples_CoverEveryFunctionThatIsNotEntrywise()
    {
        var called = EveryNode.Examples.SelectMany(Subexpressions.All).OfType<Expression.Call>().Select(call => call.Function);
        var listed = FunctionSignature.All.Where(signature => signature.Rule != ShapeRule.Entrywise).Select(signature => signature.Name);
        Assert.That(listed.Except(called), Is.Empty);
    }

    [TestCaseSource(typeof(EveryNode), nameof(EveryNode.Examples))]
    public void Evaluation_OfEveryNode_GivesAValueOfItsShape(Expression expression)
    {
        var inputs = Sampling.Draw(WellShaped.Scope, [], 1, 0);
        var plain = Evaluation.Evaluate(expression, inputs);
        var bounded = Evaluation.EvaluateWithBound(expression, inputs);
        Assert.That(plain, Is.InstanceOf<Outcome.Known>());
        Assert.That(bounded, Is.InstanceOf<BoundedOutcome.Known>());
        var value = ((Outcome.Known)plain).Value;
        Assert.That(value.GetType().Name + "Shape", Is.EqualTo(expression.Shape.GetType().Name.Replace("Row", "Vector", StringComparison.Ordinal)));
        Assert.That(((BoundedOutcome.Known)bounded).Value.GetType(), Is.EqualTo(value.GetType()));
    }

    [TestCaseSource(typeof(EveryNode), nameof(EveryNode.Examples))]
    public void Gradient_OfEveryScalarNode_HasTheShapeOfItsVariable(Expression expression)
    {
        if (expression.Shape != Shape.Scalar) return;
        var inputs = Sampling.Draw(WellShaped.Scope, [], 1, 0);
        foreach (var symbol in new[] { "a", "v", "A" })
        {
            var gradient = Differentiation.Gradient(expression, inputs, symbol);
            Assert.That(((Outcome.Known)gradient).Value.GetType(), Is.EqualTo(inputs.Values[symbol].GetType()));
        }
    }

    [Test]
    public void Evaluation_OfALongSum_DoesNotEndTheProcess()
    {
        var sum = Build.Number(1);
        for (var k = 1; k < 200_000; k++) sum = Build.Add(sum, Build.Number(1));
        var outcome = Evaluation.Evaluate(sum, Build.Inputs());
        Assert.That(outcome, Is.EqualTo(new Outcome.Known(Build.Of(200_000))).Or.InstanceOf<Outcome.OverBudget>());
    }
}
