# Bootstrap likelihood-ratio tests by mclust (Debian's r-cran-mclust, r-cran-jsonlite).
# usage: Rscript bootstrap_likelihood_ratio.R > bootstrap-likelihood-ratio.json   (in this folder)
#   tests: mclustBootstrapLRT, 499 replicates; each statistic is for K = components against K + 1
#   single: the second group of eruptions alone, where the test is in doubt: p-values that are not at the end of the scale
suppressMessages({library(mclust); library(jsonlite)})
faithful <- read.csv("../../../../reference/datasets/faithful.csv")
long <- faithful[faithful$eruptions > 3, ]
sets <- list(faithful = as.matrix(faithful[, 1:2]), eruptions = faithful$eruptions, waiting = faithful$waiting,
             `long waiting` = long$waiting, `long eruptions` = long$eruptions, `long faithful` = as.matrix(long[, 1:2]))
run <- function(name, model, covariance, last, replicates = 499) {
  set.seed(1)
  x <- sets[[name]]
  test <- mclustBootstrapLRT(x, modelName = model, nboot = replicates, maxG = last, level = 0.999999, verbose = FALSE)
  list(rows = name, model = model, covariance = covariance, components = test$G, replicates = replicates,
       statistics = test$obs, pValues = test$p.value,
       quartiles = t(apply(test$boot, 2, quantile, c(0.25, 0.5, 0.75), na.rm = TRUE)))
}
tests <- list(run("faithful", "EEE", "tied", 2), run("faithful", "VVV", "full", 1),
              run("waiting", "E", "tied", 3), run("long waiting", "E", "tied", 1), run("long eruptions", "E", "tied", 1),
              run("long faithful", "EEE", "tied", 1), run("long waiting", "V", "full", 1))
cat(toJSON(list(mclust = as.character(packageVersion("mclust")), tests = tests), digits = 12, auto_unbox = TRUE, pretty = TRUE))
