using System.Diagnostics;
using Formulas.Expressions;

namespace Formulas.Rendering;

/// <summary>What is true or false, and values that depend on it.</summary>
internal sealed partial class ExpressionMarkup
{
    private void WriteCases(Expression.Cases cases)
    {
        writer.Operator("{", " fence=\"true\" stretchy=\"true\" form=\"prefix\"");
        var rows = cases.Branches.Select(branch => (IEnumerable<Action>)
        [
            () => Write(branch.Value),
            () =>
            {
                writer.Text("if ");
                Write(branch.Condition);
            },
        ]);
        writer.Table([.. rows, [() => Write(cases.Otherwise), () => writer.Text("otherwise")]], " columnalign=\"left left\"");
    }

    private void WriteComparison(Expression.Comparison comparison)
    {
        WriteAtLeast(comparison.Left, BindingStrength.Sum);
        writer.Operator(comparison.Operator switch
        {
            ComparisonOperator.Less => "<",
            ComparisonOperator.LessOrEqual => "≤",
            ComparisonOperator.Greater => ">",
            ComparisonOperator.GreaterOrEqual => "≥",
            ComparisonOperator.Equal => "=",
            ComparisonOperator.NotEqual => "≠",
            _ => throw new UnreachableException(),
        });
        WriteAtLeast(comparison.Right, BindingStrength.Sum);
    }

    private void WriteLogical(Expression.Logical logical)
    {
        var strength = Binding.Of(logical);
        WriteAtLeast(logical.Left, strength);
        writer.Text(logical.Operator == LogicalOperator.And ? " and " : " or ");
        WriteAtLeast(logical.Right, strength + 1);
    }

    private void WriteIndicator(Expression condition)
    {
        writer.Identifier("𝟙");
        writer.Fenced("[", () => Write(condition), "]");
    }
}
