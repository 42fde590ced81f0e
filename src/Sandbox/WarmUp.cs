using System.Reflection;
using Protocol;

namespace Sandbox;

/// <summary>
/// Goes once the way that a submission will go, with a method of its own: a host that stands ready has time for it, and the
/// student waits for less.
/// </summary>
internal static class WarmUp
{
    /// <summary>Given to a host that is started before it is asked for.</summary>
    public const string Flag = "--spare";

    public static void Run()
    {
        var assembly = typeof(WarmUp).Assembly;
        _ = StudentAssembly.Describe(assembly, []);
        var method = typeof(WarmUp).GetMethod(nameof(Sum), BindingFlags.NonPublic | BindingFlags.Static)!;
        var reply = MethodCall.Make(method, new Request.Call(0, 0, [new Datum.Vector([1, 2]), new Datum.Matrix(1, 2, [3, 4]), new Datum.Number(5)]));
        _ = Wire.Frame(reply);
    }

    private static double Sum(double[] vector, double[,] matrix, double number)
    {
        foreach (var entry in vector) number += entry;
        return number + matrix[0, 0];
    }
}
