# Bootstrap standard errors and percentile intervals by mclust (Debian's r-cran-mclust, r-cran-jsonlite).
# usage: Rscript bootstrap_intervals.R > bootstrap-intervals.json   (in this folder)
# mclust's components are put in order of descending weight; its covariances are d x d x K.
suppressMessages({library(mclust); library(jsonlite)})
x <- as.matrix(read.csv("../../../../reference/datasets/faithful.csv")[, 1:2])
fit <- Mclust(x, G = 2, modelNames = "VVV", verbose = FALSE)
order <- order(-fit$parameters$pro)
run <- function(type) {
  set.seed(1)
  boot <- MclustBootstrap(fit, nboot = 999, type = type, verbose = FALSE)
  se <- summary(boot, what = "se")
  ci <- summary(boot, what = "ci", conf.level = 0.9)
  list(type = type, replicates = 999, level = 0.9,
       standardErrors = list(weights = unname(se$pro[order]), means = unname(t(se$mean)[order, ]),
                             covariances = lapply(order, function(k) unname(se$variance[, , k]))),
       lower = list(weights = unname(ci$pro[1, order]),
                    means = t(sapply(order, function(k) unname(ci$mean[1, , k])))),
       upper = list(weights = unname(ci$pro[2, order]),
                    means = t(sapply(order, function(k) unname(ci$mean[2, , k])))))
}
cat(toJSON(list(mclust = as.character(packageVersion("mclust")), nonparametric = run("bs"), parametric = run("pb")),
           digits = 12, auto_unbox = TRUE, pretty = TRUE))
