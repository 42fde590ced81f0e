using Formulas.Expressions;

namespace Formulas.Rendering;

/// <summary>Built-in functions. Those with a notation of their own get it; all others are a name before brackets.</summary>
internal sealed class CallMarkup(
    MarkupWriter writer, Action<Expression> write, Action<Expression, BindingStrength> writeAtLeast)
{
    public void Write(Expression.Call call)
    {
        switch (call)
        {
            case { DerivativeOrder: 0, Function: "sqrt", Arguments: [var radicand] }:
                writer.Element("msqrt", () => write(radicand));
                break;
            case { DerivativeOrder: 0, Function: "abs", Arguments: [var argument] }:
                writer.Fenced("|", () => write(argument), "|");
                break;
            case { DerivativeOrder: 0, Function: "norm", Arguments: [var argument] }:
                writer.Fenced("‖", () => write(argument), "‖");
                break;
            case { DerivativeOrder: 0, Function: "inv", Arguments: [var argument] }:
                writer.Superscript(() => writeAtLeast(argument, BindingStrength.Atom), () =>
                {
                    writer.Operator("−", " form=\"prefix\"");
                    writer.Number("1");
                });
                break;
            default: WriteNamed(call); break;
        }
    }

    private void WriteNamed(Expression.Call call)
    {
        void Name() => writer.Identifier(DisplayOf(call.Function), MarkupWriter.Upright);
        if (call.DerivativeOrder == 0) Name();
        else writer.Superscript(Name, () => writer.Operator(new string('′', call.DerivativeOrder)));

        writer.InvisibleOperator(MarkupWriter.ApplyFunction);
        writer.Bracketed(() => WriteArguments(call.Arguments));
    }

    private void WriteArguments(IReadOnlyList<Expression> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (i > 0) writer.Operator(",", " separator=\"true\"");
            write(arguments[i]);
        }
    }

    private static string DisplayOf(string function) => function switch
    {
        "sigmoid" or "sigma" or "s" => "σ",
        "sign" => "sgn",
        _ => function,
    };
}
