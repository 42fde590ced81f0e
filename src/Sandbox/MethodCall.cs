using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using Protocol;

namespace Sandbox;

/// <summary>One call of a student's method.</summary>
internal static class MethodCall
{
    private const int MostFrames = 20;
    private const int DeepestFrame = 1000;

    public static Reply Make(MethodInfo method, Request.Call call)
    {
        var parameters = method.GetParameters();
        if (!method.IsStatic || method.ContainsGenericParameters)
            return new Reply.NotCallable(call.Nonce, $"{method.Name} is not a plain static method.");
        if (parameters.Length < call.Arguments.Count || Array.FindIndex(parameters, call.Arguments.Count, parameter => !parameter.HasDefaultValue) >= 0)
            return new Reply.NotCallable(call.Nonce, $"{method.Name} takes {parameters.Length} arguments, not {call.Arguments.Count}.");

        var given = new object?[parameters.Length];
        for (var index = call.Arguments.Count; index < given.Length; index++) given[index] = parameters[index].DefaultValue;
        for (var index = 0; index < call.Arguments.Count; index++)
        {
            if (!ArgumentConversion.TryConvert(call.Arguments[index], parameters[index].ParameterType, out given[index]))
            {
                return new Reply.NotCallable(
                    call.Nonce,
                    $"{call.Arguments[index].GetType().Name} does not fit {TypeNames.Of(parameters[index].ParameterType)} {parameters[index].Name}.");
            }
        }

        var before = Arrays(given);
        try
        {
            var result = method.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, parameters: (object?[])given.Clone(), culture: null);
            return new Reply.Returned(call.Nonce, ResultConversion.Convert(result, TupleNames.Of(method)), Changed(before, Arrays(given)));
        }
        catch (Exception problem)
        {
            return Threw(call.Nonce, problem, method.Module.Assembly);
        }
    }

    /// <summary>What can be written into; null for the rest: numbers are copies, and functions cannot be changed.</summary>
    private static Datum?[] Arrays(object?[] given) =>
        Array.ConvertAll(given, value => ResultConversion.Convert(value, []) is var datum and (Datum.Vector or Datum.Matrix or Datum.Rows) ? datum : null);

    // A loop: a query over numbers would be compiled anew in each box.
    private static Sequence<ChangedArgument> Changed(Datum?[] before, Datum?[] after)
    {
        var changed = new List<ChangedArgument>();
        for (var index = 0; index < before.Length; index++)
        {
            var now = after[index] ?? new Datum.Null();
            if (before[index] is { } then && !IsSame(now, then)) changed.Add(new ChangedArgument(index, now));
        }

        return Sequence.Adopt(changed.ToArray());
    }

    // Bytes are compared by code that the framework has ready, and numbers are not.
    private static bool IsSame(Datum now, Datum before) => now switch
    {
        Datum.Vector vector => before is Datum.Vector other && IsSame(vector.Entries, other.Entries),
        Datum.Matrix matrix => before is Datum.Matrix other && matrix.RowCount == other.RowCount && IsSame(matrix.Entries, other.Entries),
        Datum.Rows rows => before is Datum.Rows other && IsSame(rows, other),
        _ => now.Equals(before),
    };

    private static bool IsSame(Datum.Rows now, Datum.Rows before)
    {
        for (var row = 0; row < now.Items.Count; row++)
        {
            if (!IsSame(now.Items[row], before.Items[row])) return false;
        }

        return true;
    }

    private static bool IsSame(Sequence<double>? now, Sequence<double>? before) => now is null || before is null
        ? now is null && before is null
        : MemoryMarshal.AsBytes(now.AsSpan()).SequenceEqual(MemoryMarshal.AsBytes(before.AsSpan()));

    private static Reply.Threw Threw(ulong nonce, Exception problem, Assembly student)
    {
        // A student's own type initialiser: its cause is what the student wants to see.
        var cause = problem is TypeInitializationException { InnerException: { } inner } ? inner : problem;
        return new Reply.Threw(nonce, cause.GetType().FullName ?? "", ExceptionText.Of(cause), FramesOf(cause, student));
    }

    // A loop: after a method that took all memory, no assembly with queries can be loaded any more.
    private static Sequence<string> FramesOf(Exception problem, Assembly student)
    {
        var lines = new List<string>();
        var frames = new StackTrace(problem, fNeedFileInfo: true).GetFrames();
        for (var index = 0; index < frames.Length && index < DeepestFrame && lines.Count < MostFrames; index++)
        {
            if (frames[index].GetMethod() is not { } method || method.Module.Assembly != student) continue;
            var place = frames[index].GetFileName() is { } file ? $", {Path.GetFileName(file)} line {frames[index].GetFileLineNumber()}" : "";
            lines.Add($"{method.DeclaringType?.Name}.{method.Name}{place}");
        }

        return Sequence.Adopt(lines.ToArray());
    }
}
