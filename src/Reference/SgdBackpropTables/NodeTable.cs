namespace Reference.SgdBackpropTables;

/// <summary>
/// The network of nodes (i) to (vii); worksheet `sgd-backprop-tables`, parts 2a.table and 2a.graph. The source's
/// figure is missing: this network is a reconstruction, chosen because it gives the printed 2 3 4 5 4 3 5 at x = 1.
/// </summary>
public sealed record NodeTable(double I, double Ii, double Iii, double Iv, double V, double Vi, double Vii)
{
    public static NodeTable Forward(double x)
    {
        var i = 2 * x;
        var ii = 3 * x;
        var iii = 4 * x;
        var iv = i + ii;
        var v = Math.Max(ii, iii);
        var vi = Math.Min(ii, iii);
        var vii = Math.Max(iv, Math.Max(v, vi));
        return new(i, ii, iii, iv, v, vi, vii);
    }
}
